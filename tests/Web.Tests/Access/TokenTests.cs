using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Parquet;
using Parquet.Schema;
using Twente.Igw.Testing;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

/// <summary>A program of somebody's own, with everything it could try at home and next door.</summary>
[Collection(nameof(Site))]
public sealed class TokenTests(Site site)
{
    private const string Page = "/account/koppeling";
    private const string Counts = "/api/v1/gegevens/cijfers.csv";

    /// <summary>A spreadsheet here reads and writes a comma.</summary>
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cijfers", "aantal")]
    [InlineData("kengetallen", "waarde")]
    public async Task Parquet_holds_the_rows_of_CSV_with_numbers_as_numbers_and_says_how_it_may_be_used(
        string name, string number)
    {
        using var client = site.Client();
        var csv = Csv.Table(await client.GetByteArrayAsync(
            new Uri($"/api/v1/gegevens/{name}.csv", UriKind.Relative), Cancel));
        using var file = new MemoryStream(await client.GetByteArrayAsync(
            new Uri($"/api/v1/gegevens/{name}.parquet", UriKind.Relative), Cancel));
        await using var reader = await ParquetReader.CreateAsync(file, cancellationToken: Cancel);

        Assert.Equal(csv[0], reader.Schema.GetDataFields().Select(f => f.Name));
        Assert.StartsWith("Vertrouwelijk – gemeente Enschede", reader.CustomMetadata!["classificatie"],
            StringComparison.Ordinal);
        var column = reader.Schema.FindDataField(number);
        Assert.Equal(name == "cijfers" ? typeof(int) : typeof(double), column.ClrType);
        var place = csv[0].ToList().IndexOf(number);
        Assert.Equal(
            csv.Skip(1).Sum(r => double.Parse(r[place], Dutch)), await Sum(reader, column), 6);
        Assert.Equal(csv.Count - 1, reader.RowGroups.Sum(g => g.RowCount));
        Assert.Contains(await site.Recorded("figures.fetched"), s => s.StartsWith(name, StringComparison.Ordinal));
    }

    private static async Task<double> Sum(ParquetReader reader, DataField column)
    {
        var sum = 0.0;
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            if (column.ClrType == typeof(int))
            {
                var whole = new int[rows.RowCount];
                await rows.ReadAsync<int>(column, whole, cancellationToken: Cancel);
                sum += whole.Sum(n => (double)n);
                continue;
            }
            var numbers = new double?[rows.RowCount];
            await rows.ReadAsync<double>(column, numbers, cancellationToken: Cancel);
            sum += numbers.Sum()!.Value;
        }
        return sum;
    }

    [Fact]
    public async Task A_token_reads_at_home_and_nowhere_else_until_it_is_withdrawn()
    {
        using var user = await site.Invite("analist", "GM0153", "GM0164");
        var token = await user.MakeToken(site.Address(Page), Cancel);

        foreach (var path in (string[])
            [
                Counts, "/api/v1/gegevens/kengetallen.csv", "/api/v1/gegevens/cijfers.parquet",
                "/api/v1/gegevens/kengetallen.parquet",
            ])
        {
            Assert.Equal(HttpStatusCode.OK, await Status(path, "enschede", new("Bearer", token)));
            Assert.Equal(HttpStatusCode.OK, await Status(path, "enschede", Basic(token)));
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(path, "hengelo", new("Bearer", token)));
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(path, "hengelo", Basic(token)));
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(path, "enschede", new("Bearer", token[..^1])));
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(path, "enschede", null));
        }
        // It opens nothing else: elsewhere it is no way to be signed in.
        Assert.Equal(HttpStatusCode.Unauthorized, await Status("/api/v1/leveringen", "enschede", new("Bearer", token)));
        Assert.Contains(
            await site.Recorded("token.refused"),
            line => line.EndsWith("waar die niet geldt", StringComparison.Ordinal));

        await user.WithdrawToken(site.Address(Page), Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Counts, "enschede", new("Bearer", token)));
    }

    [Fact]
    public async Task Who_comes_without_anything_is_told_how_to_come_in()
    {
        using var client = site.Client(signedIn: false);
        using var answer = await client.GetAsync(new Uri(Counts, UriKind.Relative), Cancel);

        Assert.Equal(["Basic", "Bearer"], answer.Headers.WwwAuthenticate.Select(w => w.Scheme));
    }

    [Fact]
    public async Task Every_row_says_that_it_is_confidential_and_whose_and_sensitive_classes_are_not_in_it()
    {
        using var client = site.Client();
        var rows = (await client.GetStringAsync(new Uri(Counts, UriKind.Relative), Cancel))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("classificatie;week;", rows[0], StringComparison.Ordinal);
        Assert.True(rows.Length > 100, $"{rows.Length} rows");
        Assert.All(rows.Skip(1), row => Assert.StartsWith(
            "Vertrouwelijk – gemeente Enschede – ring exact – bron politie-week", row, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains(";1.4.1;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_did_not_change_is_not_sent_again_and_each_fetch_is_on_the_record()
    {
        using var client = site.Client();
        var before = (await site.Recorded("figures.fetched")).Count;
        using var first = await client.GetAsync(new Uri(Counts, UriKind.Relative), Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, Counts);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.SendAsync(again, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(before + 2, (await site.Recorded("figures.fetched")).Count);
    }

    private static AuthenticationHeaderValue Basic(string token) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("excel:" + token)));

    private async Task<HttpStatusCode> Status(string path, string host, AuthenticationHeaderValue? with)
    {
        using var client = site.Client(host, signedIn: false);
        client.DefaultRequestHeaders.Authorization = with;
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
