using System.Data.Common;

namespace Twente.Igw.Databases.PostgreSql;

/// <summary>Statements that take no parameters: names and passwords are quoted here and nowhere else.</summary>
internal static class Sql
{
    /// <summary>A quoted identifier.</summary>
    public static string Name(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A quoted text; without a backslash no mode of the server reads it otherwise.</summary>
    public static string Text(string value) => value.Contains('\\', StringComparison.Ordinal)
        ? throw new ArgumentException("A text with a backslash cannot be written into a statement.", nameof(value))
        : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    public static async Task Run(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    public static async Task<bool> Is(DbConnection connection, string question, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
