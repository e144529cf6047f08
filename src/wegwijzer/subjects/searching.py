"""Find subjects by words and numbers, through the tokens that are kept for them."""

from django.db.models import Q, QuerySet

from wegwijzer.subjects.indexing import bsn_index
from wegwijzer.subjects.models import SearchToken, Subject
from wegwijzer.subjects.rules.searching import (
    SHORTEST_BEGINNING,
    after,
    sought_bsn,
    tokens_sought,
)


def sought_subjects(text: str) -> QuerySet[Subject] | None:
    """Return the subjects that have all these words, or None when the text holds no word."""
    if bsn := sought_bsn(text):
        return Subject.objects.filter(_with_token(bsn) | Q(bsn_index=bsn_index(bsn)))
    tokens = tokens_sought(text)
    if not tokens:
        return None
    subjects = Subject.objects.all()
    for token in tokens:
        subjects = subjects.filter(_with_token(token))
    return subjects


def _with_token(token: str) -> Q:
    """Return the condition that a subject has the word, or one that begins with it."""
    tokens = SearchToken.objects.filter(token=token)
    if len(token) >= SHORTEST_BEGINNING:
        tokens = SearchToken.objects.filter(token__gte=token)
        if end := after(token):
            tokens = tokens.filter(token__lt=end)
    return Q(id__in=tokens.values("subject_id"))
