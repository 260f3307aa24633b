using System.Text.Json;
using System.Text.RegularExpressions;
using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>The published schema and the checks say the same.</summary>
public sealed class TableSchemaTests
{
    private static readonly TableSchema Schema = TableSchema.Of(ContractName.PolitieWeek);

    [Fact]
    public void Names_the_columns_in_the_order_of_the_contract()
    {
        Assert.Equal(SampleFile.Header, Schema.Header);
        Assert.Equal((ContractName.PolitieWeek, 1, ';'), (Schema.Name, Schema.Version, Schema.Dialect.Delimiter));
        Assert.Equal(Schema.Fields.Select(f => f.Name).SkipLast(1), Schema.PrimaryKey);
    }

    [Fact]
    public void Explains_every_column_in_a_title_a_description_and_an_example() => Assert.All(
        Schema.Fields, f => Assert.All([f.Title, f.Description, f.Example], text => Assert.NotEmpty(text)));

    [Fact]
    public void Is_published_as_a_Frictionless_Table_Schema()
    {
        using var stream = TableSchema.Open(ContractName.PolitieWeek);
        using var document = JsonDocument.Parse(stream);

        var fields = document.RootElement.GetProperty("fields").EnumerateArray();
        Assert.Equal(Schema.Fields.Select(f => f.Name), fields.Select(f => f.GetProperty("name").GetString()));
        Assert.All(fields, f => Assert.Matches("^(string|integer|year)$", f.GetProperty("type").GetString()));
    }

    [Fact]
    public void Its_template_is_a_valid_file_of_quiet_weeks() =>
        Assert.False(SampleFile.Check(Schema.Header).IsRefused);

    [Fact]
    public void The_check_accepts_every_example_and_every_value_of_an_enumeration()
    {
        foreach (var (index, field) in Schema.Fields.Index())
            Assert.All([field.Example, .. field.Constraints.Enum ?? []], value => AssertAccepted(index, value));
    }

    [Fact]
    public void The_check_accepts_exactly_the_numbers_between_minimum_and_maximum()
    {
        foreach (var (index, field) in Schema.Fields.Index().Where(f => f.Item.Constraints.Maximum is not null))
        {
            var (minimum, maximum) = (field.Constraints.Minimum!.Value, field.Constraints.Maximum!.Value);
            Assert.All([minimum, maximum], value => AssertAccepted(index, Text(value)));
            Assert.All([minimum - 1, maximum + 1], value => AssertRefused(index, Text(value)));
        }
    }

    [Fact]
    public void The_check_refuses_an_empty_field_exactly_where_the_schema_requires_one() => Assert.All(
        Schema.Fields.Index(), f =>
        {
            Action<int, string> expected = f.Item.Constraints.Required ? AssertRefused : AssertAccepted;
            expected(f.Index, "");
        });

    [Theory]
    [InlineData(0, "2025-W05", true)]
    [InlineData(0, "2025-w05", false)]
    [InlineData(0, "2025W05", false)]
    [InlineData(2, "BU0153010A", true)]
    [InlineData(2, "GM0153", true)]
    [InlineData(2, "BU0153000a", false)]
    [InlineData(2, "WK015300", false)]
    [InlineData(3, "1.1.1   ", true)]
    [InlineData(3, " E33", true)]
    [InlineData(3, "E 33", false)]
    [InlineData(3, "", false)]
    public void The_check_and_the_patterns_agree(int index, string value, bool right)
    {
        var pattern = Schema.Fields[index].Constraints.Pattern!;

        Assert.Equal(right, Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Action<int, string> expected = right ? AssertAccepted : AssertRefused;
        expected(index, value);
    }

    [Fact]
    public void The_check_refuses_a_row_of_an_enumeration_in_capitals() => Assert.All(
        Schema.Fields.Index().Where(f => f.Item.Constraints.Enum is not null),
        f => Assert.All(f.Item.Constraints.Enum!, value => AssertRefused(f.Index, value.ToUpperInvariant())));

    private static void AssertAccepted(int index, string value) => Assert.Empty(CheckWith(index, value).Findings.Kept);

    private static void AssertRefused(int index, string value) =>
        Assert.Equal(index + 1, CheckWith(index, value).OnlyFinding().Column);

    private static CheckedWeeks CheckWith(int index, string value)
    {
        // The example of the week lies in the range of the file name already.
        var fields = SampleFile.Row.Split(';');
        fields[index] = value;
        return SampleFile.CheckRows(string.Join(';', fields));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
