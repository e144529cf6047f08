from django.apps import AppConfig


class ExplorationConfig(AppConfig):
    name = "wegwijzer.exploration"
    label = "exploration"

    def ready(self) -> None:
        from wegwijzer.exploration.personal_data import register_sources

        register_sources()
