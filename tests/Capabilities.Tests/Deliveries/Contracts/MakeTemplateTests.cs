using System.Text;
using Twente.Igw.Deliveries;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public sealed class MakeTemplateTests
{
    public static TheoryData<string> Contracts => [.. TableSchema.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void An_empty_workbook_is_the_header_for_our_reader_and_for_another(string contract)
    {
        var schema = TableSchema.Of(contract);
        var template = MakeTemplate.Workbook(schema);

        using var stream = new MemoryStream(template);
        var read = ReadWorkbook.Execute(stream, schema, TestContext.Current.CancellationToken);
        Assert.Equal(schema.Header + "\n", Encoding.UTF8.GetString(read.Csv.Span));
        Assert.Equal(schema.Header, string.Join(';', Assert.Single(NaiveWorkbook.Read(contract, template)!)));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void An_empty_CSV_file_is_the_header(string contract)
    {
        var schema = TableSchema.Of(contract);

        Assert.Equal(schema.Header + "\r\n", new UTF8Encoding(true).GetString(MakeTemplate.Csv(schema)[3..]));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Every_contract_says_of_every_column_what_is_right(string contract)
    {
        var schema = TableSchema.Of(contract);

        Assert.All(schema.Fields, f =>
        {
            Assert.NotEmpty(f.Description);
            Assert.Matches($"^({f.Constraints.Pattern ?? ".*"})$", f.Example);
        });
        Assert.All(schema.PrimaryKey, name => Assert.Contains(schema.Fields, f => f.Name == name));
    }
}
