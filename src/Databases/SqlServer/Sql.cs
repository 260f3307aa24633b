using System.Data.Common;

namespace Twente.Igw.Databases.SqlServer;

/// <summary>Running the platform's own statements.</summary>
internal static class Sql
{
    public static async Task Run(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The single number a question answers; null when it answers NULL or nothing.</summary>
    public static async Task<long?> Number(DbConnection connection, string question, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        var answer = await command.ExecuteScalarAsync(cancel);
        return answer is null or DBNull ? null : Convert.ToInt64(answer, CultureInfo.InvariantCulture);
    }
}
