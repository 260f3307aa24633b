namespace Twente.Igw.Deliveries;

/// <summary>Codes of what can be wrong in a file; stable, because suppliers build on them.</summary>
public static class FindingCode
{
    public const string FileName = "file.name";
    public const string FileContract = "file.contract";
    public const string FileDistrict = "file.district";
    public const string FileDistrictName = "file.district-name";
    public const string FileOpenDataName = "file.open-data-name";
    public const string FileNoOwnRows = "file.no-own-rows";
    public const string FileNoRows = "file.no-rows";
    public const string FileMunicipality = "file.municipality";
    public const string FileWeek = "file.week";
    public const string FileWeekOrder = "file.week-order";
    public const string FileWeekCount = "file.week-count";
    public const string FileTooLarge = "file.too-large";
    public const string FileEmpty = "file.empty";
    public const string FileEncoding = "file.encoding";
    public const string FileSeparator = "file.separator";

    public const string WorkbookUnreadable = "workbook.unreadable";
    public const string WorkbookLimit = "workbook.limit";

    public const string HeaderMissingColumn = "header.missing-column";
    public const string HeaderExtraColumn = "header.extra-column";
    public const string HeaderDuplicateColumn = "header.duplicate-column";
    public const string HeaderColumnOrder = "header.column-order";

    public const string RowColumns = "row.columns";
    public const string RowBlank = "row.blank";
    public const string RowQuote = "row.quote";

    public const string WeekForm = "week.form";
    public const string WeekUnknown = "week.unknown";
    public const string WeekOutsideRange = "week.outside-range";
    public const string BoundaryYearUnknown = "boundary-year.unknown";
    public const string BoundaryYearMixed = "boundary-year.mixed";
    public const string BoundaryYearNone = "boundary-year.none";
    public const string AreaForm = "area.form";
    public const string AreaUnknown = "area.unknown";
    public const string AreaWithoutAgreement = "area.without-agreement";
    public const string AreaForeign = "area.foreign";
    public const string CategoryUnknown = "category.unknown";
    public const string CategoryControlTotal = "category.control-total";
    public const string CategoryEnded = "category.ended";
    public const string WeekdayForm = "weekday.form";
    public const string DaypartForm = "daypart.form";
    public const string CountForm = "count.form";
    public const string CountRange = "count.range";
    public const string KeyDuplicate = "key.duplicate";

    public const string IdForm = "id.form";
    public const string PeriodPublishedForm = "period.published-form";
    public const string AreaPublishedForm = "area.published-form";
    public const string AreaPublishedUnknown = "area.published-unknown";
    public const string CategoryPublishedUnknown = "category.published-unknown";
    public const string CountPublishedForm = "count.published-form";
    public const string KeyPublishedDuplicate = "key.published-duplicate";
    public const string ControlTotalDiffers = "control-total.differs";
    public const string FileKeyFigureName = "file.key-figure-name";
    public const string FilePeriod = "file.period";
    public const string FileNoFigures = "file.no-figures";
    public const string PeriodForm = "period.form";
    public const string PeriodOutsideFile = "period.outside-file";
    public const string PeriodTooShort = "period.too-short";
    public const string BoundaryYearMixedFigure = "boundary-year.mixed-figure";
    public const string AreaCodeForm = "area.code-form";
    public const string AreaNotThere = "area.not-there";
    public const string AreaTooFine = "area.too-fine";
    public const string FigureUnknown = "figure.unknown";
    public const string FigureOfCbs = "figure.of-cbs";
    public const string ValueForm = "value.form";
    public const string ValueDecimals = "value.decimals";
    public const string ValueMark = "value.mark";
    public const string ValueBelowThreshold = "value.below-threshold";
    public const string KeyDuplicateFigure = "key.duplicate-figure";

    public const string ManifestJson = "manifest.json";
    public const string ManifestMissing = "manifest.missing";
    public const string MappingAmbiguous = "mapping.ambiguous";
    public const string MappingName = "mapping.name";
    public const string MappingSheet = "mapping.sheet";
    public const string MappingColumnMissing = "mapping.column-missing";
    public const string MappingColumnExtra = "mapping.column-extra";
    public const string MappingColumnDuplicate = "mapping.column-duplicate";
    public const string MappingValueUnknown = "mapping.value-unknown";
    public const string MappingAreaUnknown = "mapping.area-unknown";
    public const string MappingAreaAmbiguous = "mapping.area-ambiguous";
    public const string MappingDate = "mapping.date";
    public const string MappingTime = "mapping.time";
    public const string MappingWeekday = "mapping.weekday";
    public const string MappingWeekNumber = "mapping.week-number";
    public const string MappingNoWeeks = "mapping.no-weeks";
    public const string MappingNoPeriod = "mapping.no-period";

    public const string ManifestPropertyMissing = "manifest.property-missing";
    public const string ManifestPropertyUnknown = "manifest.property-unknown";
    public const string ManifestPropertyDuplicate = "manifest.property-duplicate";
    public const string ManifestPropertyForm = "manifest.property-form";
    public const string ManifestContract = "manifest.contract";
    public const string ManifestFile = "manifest.file";
    public const string ManifestBytes = "manifest.bytes";
    public const string ManifestRows = "manifest.rows";
    public const string ManifestSha256 = "manifest.sha256";

    public const string MalwareFound = "malware.found";
    public const string GrantBytes = "grant.bytes";
    public const string GrantSha256 = "grant.sha256";

    public const string AgreementNone = "agreement.none";
    public const string OrderKeyMissing = "order-key.missing";
    public const string PlatformFailure = "platform.failure";

    public const string PlausibilityHalved = "plausibility.halved";
    public const string PlausibilitySum = "plausibility.sum";
    public const string PlausibilitySilentGroup = "plausibility.silent-group";
    public const string WarningHalved = "warning.halved";
    public const string WarningOtherAreas = "warning.other-areas";
    public const string WarningOtherSheets = "warning.other-sheets";
    public const string WarningSilentGroup = "warning.silent-group";
}
