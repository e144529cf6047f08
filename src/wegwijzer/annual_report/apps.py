from django.apps import AppConfig


class AnnualReportConfig(AppConfig):
    name = "wegwijzer.annual_report"
    label = "annual_report"

    def ready(self) -> None:
        """Register which personal data these tables hold."""
        from wegwijzer.annual_report.personal_data import register_sources

        register_sources()
