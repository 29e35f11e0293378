# cython: language_level=3
from libc.stdint cimport uintptr_t

ctypedef void *Pointer  # to a node or an attribute of the parser's
ctypedef Pointer (*Step)(Pointer) noexcept nogil
ctypedef uintptr_t (*Number)(Pointer) noexcept nogil
ctypedef int (*Kind)(Pointer) noexcept nogil
ctypedef void (*Give)(Pointer, const char *) noexcept nogil
ctypedef const char *(*Chars)(Pointer, size_t *) noexcept nogil

cdef enum:
    ELEMENT = 1  # the kinds of a node, by the DOM standard
    DOCUMENT = 9

cdef Step parent_of, child_of, next_of, attribute_of, attribute_behind
cdef Number number_of
cdef Kind kind_of
cdef Chars text_of, tag_of, name_of
cdef Give give_back  # a copy of a text, to the document that it was made in

cdef object value_in(Pointer element, bytes wanted)
cdef object value_of(Pointer attribute)
cdef bint is_space(const char *data, size_t size) noexcept nogil
