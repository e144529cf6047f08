"""The settings of the product, with a database and keys of the tests' own."""

import os
import tempfile

os.environ["WEGWIJZER_MODE"] = "test"
os.environ.setdefault("WEGWIJZER_DATA", tempfile.mkdtemp(prefix="wegwijzer-test-"))

from wegwijzer.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# SQLite gets its tables straight from the models, see tests/schema.py; PostgreSQL is migrated.
DATABASES["default"]["TEST"] = {"MIGRATE": not env.database.startswith("sqlite")}  # noqa: F405
# Every client of the tests makes the middleware anew: don't look through all the files each time.
WHITENOISE_AUTOREFRESH = True
