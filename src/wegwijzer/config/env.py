"""Every setting that an installation can choose, with its type, its default and its meaning."""

import secrets
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Env(BaseSettings):
    """Read from ``WEGWIJZER_*``, then from ``.env`` in the working folder.

    In production the two keys must be given. The demo and the tests make their own keys in the
    data folder, so that no key is ever shared between installations.
    """

    model_config = SettingsConfigDict(
        env_prefix="WEGWIJZER_", env_file=".env", extra="ignore", secrets_dir=None
    )

    mode: Literal["production", "demo", "test"] = Field(
        "production", description="Soort installatie. Alleen de demo kent aanmelden met één klik."
    )
    data: Path = Field(
        Path("var"), description="Map voor de SQLite-database, leveringen en sleutels."
    )
    database: str = Field(
        "", description="URL van de database; leeg is SQLite in de map van WEGWIJZER_DATA."
    )
    secret_key: str = Field("", description="Sleutel voor sessies; minstens 32 tekens.")
    data_key: str = Field(
        "", description="Sleutel waarmee BSN's en leveringen versleuteld zijn; minstens 32 tekens."
    )
    hosts: list[str] = Field(
        ["localhost", "127.0.0.1"], description="Namen waaronder de site bereikbaar is."
    )
    https: bool = Field(True, description="Cookies en HSTS alleen over https. In de demo uit.")
    session_minutes: int = Field(60, description="Een sessie eindigt na zoveel minuten stilte.")
    session_hours: int = Field(12, description="Een sessie eindigt hoe dan ook na zoveel uur.")
    second_factor_required: bool = Field(
        True, description="Zonder tweede stap of passkey kan niemand werken. In de demo uit."
    )
    proxies: int = Field(
        1, description="Aantal eigen proxy's voor de server; bepaalt wiens adres meetelt."
    )
    screening_required: bool = Field(
        True, description="Een aanwijzing telt pas na screening (Wgs art. 1.8 lid 3; AMvB)."
    )
    training_required: bool = Field(
        True, description="Een aanwijzing telt pas na opleiding (Wgs art. 1.8 lid 9; AMvB)."
    )

    @model_validator(mode="after")
    def _complete(self) -> "Env":
        if self.mode != "production":
            self.https = self.second_factor_required = False
            self.proxies = 0
            self.secret_key = self.secret_key or self._own_key("secret.key")
            self.data_key = self.data_key or self._own_key("data.key")
        for name in ("secret_key", "data_key"):
            if len(getattr(self, name)) < 32:
                raise ValueError(
                    f"WEGWIJZER_{name.upper()} ontbreekt of is korter dan 32 tekens. "
                    'Maak er een met: python -c "import secrets; print(secrets.token_hex(32))"'
                )
        if self.database == "":
            self.database = f"sqlite:///{(self.data / 'wegwijzer.sqlite3').absolute()}"
        return self

    def _own_key(self, name: str) -> str:
        """Return the key in the data folder; make it, readable by the owner only, if absent."""
        path = self.data / name
        if not path.exists():
            self.data.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_hex(32))
        return path.read_text().strip()
