using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>
/// Reads a whole table by its names alone, inside the open transaction; EF quotes them as the engine wants.
/// </summary>
internal static class ReadTable
{
    public static async Task<DbDataReader> Execute(TenantDb db, StoredTable table, CancellationToken cancel)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var columns = string.Join(", ", table.Columns.Select(c => sql.DelimitIdentifier(c.Name)));
        var order = string.Join(", ", table.Key.Select(sql.DelimitIdentifier));
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {columns} FROM {sql.DelimitIdentifier(table.Name)} ORDER BY {order}";
        // As long as it takes: a table of years is read to its end or not at all.
        command.CommandTimeout = 0;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return await command.ExecuteReaderAsync(cancel);
    }
}
