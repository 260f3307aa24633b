using System.Net;
using Npgsql;

namespace Twente.Igw.Databases.PostgreSql;

/// <summary>
/// A server on another machine is reached over TLS or not at all. The driver by itself goes on without when the server
/// offers none, whoever it is that says so.
/// </summary>
internal static class EncryptConnection
{
    /// <param name="server">A connection string; one that asks for more, such as VerifyFull, gets it.</param>
    public static NpgsqlConnectionStringBuilder To(string server)
    {
        var connection = new NpgsqlConnectionStringBuilder(server);
        if (CrossesNetwork(connection.Host) && connection.SslMode < SslMode.Require)
            connection.SslMode = SslMode.Require;
        return connection;
    }

    /// <summary>Anything but a socket in the file system or this machine's own address; several hosts do.</summary>
    internal static bool CrossesNetwork(string? host) => host switch
    {
        null or "" or "localhost" or ['/' or '@', ..] => false,
        _ => !IPAddress.TryParse(host, out var address) || !IPAddress.IsLoopback(address),
    };
}
