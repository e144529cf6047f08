from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "wegwijzer.programme"
    label = "programme"

    def ready(self) -> None:
        from wegwijzer.programme.personal_data import register_sources

        register_sources()
