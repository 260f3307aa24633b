using Microsoft.Data.Sqlite;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>Looks into an audit chain from beside, as an auditor with the file would.</summary>
internal static class AuditLines
{
    public static async Task<IReadOnlyList<string>> Read(string path, string what)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }
                .ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Subject FROM AuditLine WHERE Event = $event ORDER BY Number";
        command.Parameters.AddWithValue("$event", what);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var subjects = new List<string>();
        while (await reader.ReadAsync(cancel))
            subjects.Add(reader.GetString(0));
        return subjects;
    }
}
