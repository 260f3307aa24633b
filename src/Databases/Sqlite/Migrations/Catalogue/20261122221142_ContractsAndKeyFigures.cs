using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Catalogue
{
    /// <inheritdoc />
    public partial class ContractsAndKeyFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DistrictFile",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false, collation: "BINARY"),
                    DropName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true, collation: "BINARY"),
                    HasManifest = table.Column<bool>(type: "INTEGER", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    IsFiled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    FindingCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistrictFile", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DistrictFinding",
                columns: table => new
                {
                    File = table.Column<long>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Column = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Value = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY"),
                    Sheet = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistrictFinding", x => new { x.File, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "DistrictPart",
                columns: table => new
                {
                    File = table.Column<long>(type: "INTEGER", nullable: false),
                    Tenant = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false, collation: "BINARY"),
                    StoredName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Delivery = table.Column<long>(type: "INTEGER", nullable: true),
                    IsRepeat = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsGone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistrictPart", x => new { x.File, x.Tenant });
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureFact",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false),
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false, collation: "BINARY"),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Period = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false, collation: "BINARY"),
                    BoundaryYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "BINARY"),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Hundredths = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureFact", x => new { x.Delivery, x.Municipality, x.Row });
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureImport",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureImport", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureVersion",
                columns: table => new
                {
                    Contract = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false, collation: "BINARY"),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Period = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false, collation: "BINARY"),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    FromVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    ToVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false),
                    BoundaryYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureVersion", x => new { x.Contract, x.Supplier, x.Municipality, x.Figure, x.Period, x.Level, x.FromVersion });
                });

            migrationBuilder.CreateIndex(
                name: "IX_DistrictFile_IsFiled",
                table: "DistrictFile",
                column: "IsFiled");

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureVersion_Municipality_ToVersion",
                table: "KeyFigureVersion",
                columns: new[] { "Municipality", "ToVersion" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DistrictFile");

            migrationBuilder.DropTable(
                name: "DistrictFinding");

            migrationBuilder.DropTable(
                name: "DistrictPart");

            migrationBuilder.DropTable(
                name: "KeyFigureFact");

            migrationBuilder.DropTable(
                name: "KeyFigureImport");

            migrationBuilder.DropTable(
                name: "KeyFigureVersion");
        }
    }
}
