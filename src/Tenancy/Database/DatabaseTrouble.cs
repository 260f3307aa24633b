using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>Tells a failure of the database, or of the way to it, from a failure of ours.</summary>
public static class DatabaseTrouble
{
    /// <summary>
    /// Whether trying again later may help. Looks inside as well: a failure that EF expects to pass comes wrapped in
    /// an <see cref="InvalidOperationException"/>.
    /// </summary>
    public static bool IsDatabaseTrouble(this Exception failure) =>
        failure is DbException or DbUpdateException or SocketException or TimeoutException or DatabaseBusyException
        || failure?.InnerException?.IsDatabaseTrouble() == true;
}
