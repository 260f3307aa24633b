using System.Data;
using Microsoft.Data.SqlClient;

namespace Twente.Igw.Databases.SqlServer;

/// <summary>A lock with a name, held by a transaction or a session and gone with it.</summary>
internal static class AppLock
{
    private const int PatienceInMilliseconds = 120_000;

    public static async Task Take(
        SqlConnection connection, SqlTransaction? transaction, Request request, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "sp_getapplock";
        command.CommandType = CommandType.StoredProcedure;
        command.CommandTimeout = PatienceInMilliseconds / 1000 + 5;
        command.Transaction = transaction;
        command.Parameters.Add(new SqlParameter("@Resource", SqlDbType.NVarChar, 255) { Value = request.Resource });
        command.Parameters.Add(new SqlParameter("@LockMode", SqlDbType.VarChar, 32) { Value = "Exclusive" });
        command.Parameters.Add(
            new SqlParameter("@LockOwner", SqlDbType.VarChar, 32) { Value = request.Owner.ToString() });
        command.Parameters.Add(new SqlParameter("@LockTimeout", SqlDbType.Int) { Value = PatienceInMilliseconds });
        command.Parameters.Add(new SqlParameter("@DbPrincipal", SqlDbType.NVarChar, 128) { Value = request.Principal });
        var result = new SqlParameter("@Result", SqlDbType.Int) { Direction = ParameterDirection.ReturnValue };
        command.Parameters.Add(result);
        await command.ExecuteNonQueryAsync(cancel);
        if (result.Value is int code and < 0)
            throw new TimeoutException($"The lock {request.Resource} was not granted (sp_getapplock answered {code}).");
    }

    /// <summary>Which lock is asked, for how long, and who else may ask for it.</summary>
    /// <param name="Resource">Its name.</param>
    /// <param name="Owner">With what it ends.</param>
    /// <param name="Principal">Only members of this role, or this user, can take the same lock.</param>
    public readonly record struct Request(string Resource, Owner Owner, string Principal);

    /// <summary>What a lock ends with.</summary>
    public enum Owner
    {
        Transaction,
        Session,
    }
}
