"""Every route with who may open it: one row a route, and a route without a row is an error.

``needs`` names the thing in the address, made in ``thing_ids``; ``get`` says what each of the people
of ``tests.world`` gets for a plain GET. Whoever isn't named gets ``otherwise``. For a thing of which
somebody may not know, that is 404: the same as for one that doesn't exist.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.web import rows
from tests.web.rows import EVERYBODY, Row, to

__all__ = ["EVERYBODY", "MODULES", "OWN_ACCOUNT_PREFIX", "ROWS"]

MANAGERS = to("hugo petra")
OWN_SIGNAL = to("alice dora")
AT_TABLE = to("alice bob dora")
IN_CASE = to("alice bob fons anna")
STAFF = to("fons anna", alice=403, bob=403)
DIRECTOR = to("fons", alice=403, bob=403, anna=403)
ASKED = to("bob fons anna")
ANSWERS = to("bob", fons=403, anna=403)
ROWS: dict[str, Row] = {
    "home": Row(),
    "search": Row(),
    "style": Row(public=True),
    "healthy": Row(public=True),
    "security-txt": Row(public=True),
    "demo": Row(public=True, otherwise=404),
    "set_language": Row(public=True, otherwise=302),
    "switch_designation": Row(post_only=True),
    "adviser": Row(),
    "adviser-question": Row(needs="question"),
    "logbook": Row(get=to("pia"), otherwise=403),
    "logbook-check": Row(post_only=True),
    "manage": Row(get=MANAGERS, otherwise=403),
    "participants": Row(get=MANAGERS, otherwise=403),
    "participant-new": Row(get=MANAGERS, otherwise=403),
    "rights": Row(get=MANAGERS, otherwise=403),
    "person-new": Row(get=MANAGERS, otherwise=403),
    "person": Row(get=MANAGERS, otherwise=403, needs="person"),
    "designate": Row(get=MANAGERS, otherwise=403, needs="person"),
    "clearance-new": Row(get=MANAGERS, otherwise=403, needs="person"),
    "person-block": Row(get=MANAGERS, otherwise=403, needs="person"),
    "person-unblock": Row(post_only=True, needs="person"),
    "person-password": Row(get=MANAGERS, otherwise=403, needs="person"),
    "person-reset": Row(get=MANAGERS, otherwise=403, needs="person"),
    "designation-end": Row(get=MANAGERS, otherwise=403, needs="designation"),
    "role-grant": Row(get=MANAGERS, otherwise=403, needs="designation"),
    "role-revoke": Row(get=MANAGERS, otherwise=403, needs="role"),
    "signals": Row(),
    "signal-new": Row(get=to("alice bob carol zoe"), otherwise=403),
    "signal": Row(get=AT_TABLE | to("erik"), otherwise=404, needs="weighing"),
    "signal-edit": Row(get=to("alice"), otherwise=404, needs="draft"),
    "signal-discard": Row(get=to("alice"), otherwise=404, needs="draft"),
    "signal-intake": Row(get=to("dora", alice=302), otherwise=404, needs="submitted"),
    "signal-hits": Row(get=AT_TABLE, otherwise=404, needs="weighing"),
    "signal-hit": Row(get=AT_TABLE, otherwise=404, needs="hit"),
    "weighing-table": Row(get=to("alice bob dora zoe"), otherwise=403),
    "weigh": Row(get=AT_TABLE, otherwise=404, needs="weighing"),
    "cases": Row(),
    "case-open": Row(get=to("alice bob dora fons zoe"), otherwise=403),
    "case": Row(get=IN_CASE, otherwise=404, needs="case"),
    "case-subjects": Row(get=IN_CASE, otherwise=404, needs="case"),
    "case-hits": Row(get=IN_CASE, otherwise=404, needs="case"),
    "case-hit": Row(get=IN_CASE, otherwise=404, needs="case-hit"),
    "case-items": Row(get=IN_CASE, otherwise=404, needs="case"),
    "case-requests": Row(get=IN_CASE, otherwise=404, needs="case"),
    "request-new": Row(get=STAFF, otherwise=404, needs="case"),
    "case-decisions": Row(get=IN_CASE, otherwise=404, needs="case"),
    "case-log": Row(get=IN_CASE, otherwise=404, needs="case"),
    "case-step": Row(get=IN_CASE, otherwise=404, needs="case-step"),
    "case-involve": Row(get=DIRECTOR, otherwise=404, needs="case"),
    "case-assign": Row(get=DIRECTOR, otherwise=404, needs="case"),
    "case-end": Row(get=DIRECTOR, otherwise=404, needs="case-end"),
    "item": Row(get=IN_CASE, otherwise=404, needs="item"),
    "item-withdraw": Row(get=to("bob", alice=403, fons=403, anna=403), otherwise=404, needs="item"),
    "requests": Row(),
    "request": Row(get=ASKED, otherwise=404, needs="request"),
    "deliver": Row(get=ANSWERS, otherwise=404, needs="request"),
    "deliver-file": Row(get=ANSWERS, otherwise=404, needs="request"),
    "request-nothing": Row(get=ANSWERS, otherwise=404, needs="request"),
    "request-refuse": Row(get=ANSWERS, otherwise=404, needs="request"),
    "request-withdraw": Row(get=to("fons anna", bob=403), otherwise=404, needs="request"),
    "delivery": Row(get=to("bob"), otherwise=404, needs="delivery"),
    "delivery-progress": Row(get=to("bob"), otherwise=404, needs="delivery"),
    "delivery-rejects": Row(get=to("bob"), otherwise=404, needs="delivery"),
    "delivery-discard": Row(get=to("bob"), otherwise=404, needs="delivery"),
    "account_login": Row(public=True, otherwise=302),
    "account_security": Row(),
    "account_logout": Row(),
    "account_reauthenticate": Row(),
    "account_change_password": Row(),
}
# The library's own pages for the second step: signed in, and about oneself only.
OWN_ACCOUNT_PREFIX = "mfa_"
# What the other contexts add, each in a module of its own.
MODULES = [import_module(f"tests.web.rows.{one.name}") for one in iter_modules(rows.__path__)]
for module in MODULES:
    ROWS |= module.ROWS
