using Twente.Igw.Databases.PostgreSql;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Databases.PostgreSql;

public sealed class EncryptConnectionTests
{
    [Theory]
    [InlineData("localhost", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("/var/run/postgresql", false)]
    [InlineData("db.example.nl", true)]
    [InlineData("10.0.0.5", true)]
    [InlineData("localhost.example.nl", true)]
    [InlineData("db1.example.nl,db2.example.nl", true)]
    public void A_server_on_another_machine_is_reached_over_TLS(string host, bool isEncrypted) =>
        Assert.Equal(isEncrypted, EncryptConnection.CrossesNetwork(host));
}
