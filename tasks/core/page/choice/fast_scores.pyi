from tasks.core.page.choice.features import Matrix
from tasks.core.page.choice.scores import Numbers, Scores

def scores(table: Matrix, columns: Numbers, borders: Scores, asked: Numbers, leaves: Scores) -> Scores: ...
