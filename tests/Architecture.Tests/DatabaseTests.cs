using System.Text.RegularExpressions;

namespace Twente.Igw.Architecture.Tests;

public sealed class DatabaseTests
{
    /// <summary>
    /// Where a database product may be named, and SQL written. A GeoPackage is a file format that happens to be SQLite:
    /// no database of ours is opened there.
    /// </summary>
    private static readonly string[] Allowed = ["src/Databases", "src/Areas/GeoPackages", "src/Web/Demo/GeoPackages"];

    private static readonly (string Project, string Package)[] AllowedPackages =
        [("Areas", "Microsoft.Data.Sqlite"), ("Web", "Microsoft.Data.Sqlite")];

    private static readonly Regex Product = Pattern.AnyCase("sqlite|npgsql|postgres|sqlserver|sqlclient");

    private static readonly Regex SqlCall =
        Pattern.Of("^((FromSql|ExecuteSql|SqlQuery)[A-Za-z]*|CommandText|CreateCommand|GetDbConnection|DbCommand)$");

    private static readonly Regex Sql = Pattern.Of(
        @"\bSELECT\s[^;]*\bFROM\b|\bINSERT\s+INTO\b|\bUPDATE\s[^;]*\bSET\b|\bDELETE\s+FROM\b|\bPRAGMA\s"
        + @"|\b(CREATE|DROP|ALTER)\s+(TABLE|INDEX|SCHEMA|ROLE|USER)\b");

    private static readonly Regex Attach = Pattern.AnyCase(@"\battach\b");

    private static IEnumerable<CodeFile> Elsewhere => House.Product.Where(file => !Allowed.Any(file.IsUnder));

    [Fact]
    public void Only_Databases_knows_a_database_product() => Violations.None(
        "Ask it of DatabaseEngine.",
        from file in Elsewhere
        from token in file.Tokens
        where Product.IsMatch(token.Text)
        select $"{file.At(token)}: {token.Text}");

    [Fact]
    public void Only_Databases_takes_in_a_database_package() => Violations.None(
        "Ask it of DatabaseEngine.",
        from project in House.ProductProjects
        where project.Name != "Databases"
        from package in project.Packages
        where Product.IsMatch(package) && !AllowedPackages.Contains((project.Name, package))
        select $"{project.Path}: {package}");

    [Fact]
    public void Only_Databases_speaks_SQL() => Violations.None(
        "Query with LINQ, or ask it of DatabaseEngine.",
        Elsewhere.SelectMany(file =>
            file.Tokens.Where(t => SqlCall.IsMatch(t.ValueText)).Concat(file.Strings.Where(s => Sql.IsMatch(s.Text)))
                .Select(t => $"{file.At(t)}: {t.Text.Trim()}")));

    [Fact]
    public void Nothing_attaches_a_second_database() => Violations.None(
        "The file is the wall between tenants.",
        from file in House.Product
        from text in file.Strings
        where Attach.IsMatch(text.Text)
        select $"{file.At(text)}: {text.Text.Trim()}");
}
