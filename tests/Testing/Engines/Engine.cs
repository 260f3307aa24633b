namespace Twente.Igw.Testing;

/// <summary>A database product a rule is tried on.</summary>
public enum Engine
{
    Sqlite,

    /// <summary>Started by the tests themselves from Debian's binaries.</summary>
    PostgreSql,

    /// <summary>Only where <c>IGW_TEST_SQLSERVER</c> holds an administrator's connection string.</summary>
    SqlServer,
}
