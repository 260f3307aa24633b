using System.Text;
using Twente.Igw.Deliveries;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Mappings;

public sealed class MapSourceTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CheckAgainst Known = FuzzWorld.Known("GM0153");

    [Theory]
    [InlineData("onbekend;1:30;Centrum;Woninginbraak", 2, "onbekend", FindingCode.MappingDate)]
    [InlineData("31-02-2025;1:30;Centrum;Woninginbraak", 2, "31-02-2025", FindingCode.MappingDate)]
    [InlineData("03-15-2025;1:30;Centrum;Woninginbraak", 2, "03-15-2025", FindingCode.MappingDate)]
    [InlineData("04-03-25;1:30;Centrum;Woninginbraak", 2, "04-03-25", FindingCode.MappingDate)]
    [InlineData("=NU();1:30;Centrum;Woninginbraak", 2, "=NU()", FindingCode.MappingDate)]
    [InlineData("04-03-2025;24:00;Centrum;Woninginbraak", 3, "24:00", FindingCode.MappingTime)]
    [InlineData("04-03-2025;1:30;Nergens;Woninginbraak", 4, "Nergens", FindingCode.MappingAreaUnknown)]
    [InlineData("04-03-2025;1:30;;Woninginbraak", 4, "", FindingCode.MappingAreaUnknown)]
    [InlineData("04-03-2025;1:30;Centrum;Inbraak", 5, "Inbraak", FindingCode.MappingValueUnknown)]
    [InlineData("04-03-2025;1:30;BU01539999;Woninginbraak", 4, "BU01539999", FindingCode.AreaUnknown)]
    [InlineData("04-03-2025;1:30;Centrum", 0, "", FindingCode.RowColumns)]
    [InlineData("", 0, "", FindingCode.RowBlank)]
    public void Says_what_is_wrong_where_it_stands_in_the_file(string row, int column, string value, string code)
    {
        var right = "Z1;04-03-2025;01:30;Centrum;Woninginbraak";
        var (_, findings) = Check($"{SupplierExport.Titles}\n{right}\n{(row.Length == 0 ? "" : "Z2;")}{row}\n");

        // A wrong date is wrong for the week and for the weekday.
        var finding = findings.DistinctBy(f => (f.Line, f.Column, f.Code)).Single();
        Assert.Equal((3L, column, code, value), (finding.Line, finding.Column, finding.Code, finding.Value));
    }

    [Theory]
    [InlineData("Zaaknr;Pleegdatum;Tijd;Buurt", 0, "Incident", FindingCode.MappingColumnMissing)]
    [InlineData("Zaaknr;Pleegdatum;Tijd;Buurt;Incident;Naam", 6, "Naam", FindingCode.MappingColumnExtra)]
    [InlineData("Zaaknr;Pleegdatum;Tijd;Buurt;Incident;TIJD", 6, "TIJD", FindingCode.MappingColumnDuplicate)]
    public void A_column_that_is_missing_extra_or_there_twice_is_named(
        string titles, int column, string value, string code)
    {
        var (_, findings) = Check(titles + "\n");

        var finding = Assert.Single(findings);
        Assert.Equal((1L, column, code, value), (finding.Line, finding.Column, finding.Code, finding.Value));
    }

    [Fact]
    public void A_name_that_two_areas_have_is_not_guessed()
    {
        var known = SampleFile.KnownOf("GM0153", ["1.1.1"], (2021, ["BU01530000", "BU01530001"]));
        var (_, findings) = Check(
            $"{SupplierExport.Titles}\nZ1;04-03-2025;1:30;Buurt;Woninginbraak\n", known: known);

        var finding = Assert.Single(findings);
        Assert.Equal(FindingCode.MappingAreaAmbiguous, finding.Code);
        Assert.Contains("BU01530000, BU01530001", finding.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rows_the_name_must_say_which_week_is_quiet()
    {
        var empty = SupplierExport.Titles + "\n";

        Assert.Equal(FindingCode.MappingNoWeeks, Assert.Single(Check(empty).Findings).Code);
        var named = SupplierExport.Mapping with { FileName = "Export {jaar} {week}.csv" };
        Assert.Equal(
            "politie-week_GM0153_2026-W53_2026-W53.csv", Check(empty, named, "export 2026 53.csv").Mapped.FileName);
        Assert.Equal(
            FindingCode.FileWeek, Assert.Single(Check(empty, named, "Export 2027 53.csv").Findings).Code);
    }

    [Fact]
    public void Rows_outside_the_week_of_the_name_are_found()
    {
        var named = SupplierExport.Mapping with { FileName = "Export {jaar} {week}.csv" };
        var (_, findings) = Check(
            $"{SupplierExport.Titles}\nZ1;04-03-2025;1:30;Centrum;Woninginbraak\n", named, "Export 2025 11.csv");

        var finding = Assert.Single(findings);
        Assert.Equal(
            (2L, 2, FindingCode.WeekOutsideRange, "04-03-2025"),
            (finding.Line, finding.Column, finding.Code, finding.Value));
    }

    [Fact]
    public void Rows_are_only_added_up_where_the_mapping_says_so()
    {
        var text = SupplierExport.Text(3);

        Assert.Single(Check(text).Mapped.Lines);
        var (_, findings) = Check(text, SupplierExport.Mapping with { AddsUp = false });
        Assert.Equal([(3L, FindingCode.KeyDuplicate), (4L, FindingCode.KeyDuplicate)],
            findings.Select(f => (f.Line, f.Code)));
        Assert.Equal("Z2;04-03-2025;01:30;Centrum;Woninginbraak", findings[0].Value);
    }

    [Fact]
    public void More_incidents_than_a_row_can_hold_are_found_and_not_cut()
    {
        var (_, findings) = Check(SupplierExport.Text(10_000));

        var finding = Assert.Single(findings);
        Assert.Equal((2L, FindingCode.CountRange, "10000"), (finding.Line, finding.Code, finding.Value));
    }

    [Fact]
    public void A_sheet_is_named_in_findings_and_must_be_there()
    {
        var rows = new[] { SupplierExport.Titles, "Z1;04-03-2025;laat;Centrum;Woninginbraak" };
        var workbook = WorkbookFile.OfSheets(
            ("Uitleg", "", WorkbookFile.Rows([[WorkbookFile.Text("Over dit bestand")]])),
            ("Incidenten", "", WorkbookFile.Rows(rows.Select(r => r.Split(';').Select(WorkbookFile.Text)))))
            .ToBytes();
        var mapping = SupplierExport.Mapping with { FileName = "Export*.xlsx" };

        var finding = Assert.Single(MapSource.Execute(workbook, "Export.xlsx", mapping, Known, Cancel).Findings.Kept);
        Assert.Equal(("Incidenten", 2L, 3, "laat"), (finding.Sheet, finding.Line, finding.Column, finding.Value));
        var elsewhere = MapSource.Execute(workbook, "Export.xlsx", mapping with { Sheet = "Blad1" }, Known, Cancel);
        Assert.Equal(FindingCode.MappingSheet, Assert.Single(elsewhere.Findings.Kept).Code);
    }

    [Fact]
    public void A_date_and_a_time_of_a_workbook_are_read_as_a_person_sees_them()
    {
        var titles = SupplierExport.Titles.Split(';').Select(WorkbookFile.Text);
        // 45720,06 is 4 March 2025 in the second hour; 0,57 is a time without a date.
        var workbook = WorkbookFile.OfCells(
            titles,
            [
                WorkbookFile.Text("Z1"), WorkbookFile.Number("45720.06", 1), WorkbookFile.Number("0.57", 1),
                WorkbookFile.Text("Centrum"), WorkbookFile.Text("Woninginbraak"),
            ]).ToBytes();

        var mapped = MapSource.Execute(
            workbook, "Export.xlsx", SupplierExport.Mapping with { FileName = "Export*.xlsx" }, Known, Cancel);

        Assert.Empty(mapped.Findings.Kept);
        Assert.Contains(
            "2025-W10;2021;BU01530000;1.1.1;2;middag;1", Encoding.UTF8.GetString(mapped.Csv.Span),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_row_about_another_gemeente_only_that_is_said()
    {
        var (mapped, findings) = Check($"{SupplierExport.Titles}\nZ1;geheim;geheim;BU01640000;geheim\n");

        var finding = Assert.Single(findings);
        Assert.Equal((2L, 4, FindingCode.AreaForeign, ""), (finding.Line, finding.Column, finding.Code, finding.Value));
        Assert.Equal("GM0164", Assert.Single(mapped.ForeignMunicipalities).Code);
        Assert.Empty(mapped.Unmapped);
    }

    [Fact]
    public void Counts_how_often_a_value_could_not_be_mapped()
    {
        var rows = string.Concat(Enumerable.Repeat("Z1;04-03-2025;1:30;Centrum;Autobrand\n", 1_500));
        var (mapped, _) = Check($"{SupplierExport.Titles}\n{rows}");

        Assert.Equal(
            new KeyValuePair<Unmapped, long>(
                new Unmapped("code", "Autobrand", FindingCode.MappingValueUnknown), 1_500),
            Assert.Single(mapped.Unmapped));
        Assert.Equal((1_500L, 1_000), (mapped.Findings.Count, mapped.Findings.Kept.Count));
    }

    private static (MappedRows Mapped, IReadOnlyList<Finding> Findings) Check(
        string text, Mapping? mapping = null, string name = SupplierExport.Name, CheckAgainst? known = null)
    {
        var mapped = MapSource.Execute(
            Encoding.UTF8.GetBytes(text), name, mapping ?? SupplierExport.Mapping, known ?? Known, Cancel);
        if (mapped.FileName is not { } contractName)
            return (mapped, mapped.Findings.Kept);
        var check = PolitieWeekCheck.Check(
            mapped.Csv, PolitieWeekFileName.Read(contractName).Name!, known ?? Known, Cancel);
        mapped.Locate(check.Findings);
        return (mapped, Findings.Merge(mapped.Findings, check.Findings).Kept);
    }
}
