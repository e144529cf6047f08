from django.apps import AppConfig


class CommonsConfig(AppConfig):
    name = "wegwijzer.commons"
    label = "commons"

    def ready(self) -> None:
        from wegwijzer.commons.personal_data import register_sources

        register_sources()
