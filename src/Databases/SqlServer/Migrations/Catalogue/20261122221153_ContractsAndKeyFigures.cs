using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.SqlServer.Migrations.Catalogue
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
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Supplier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DropName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    HasManifest = table.Column<bool>(type: "bit", nullable: false),
                    StoredName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Origin = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsFiled = table.Column<bool>(type: "bit", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Rows = table.Column<long>(type: "bigint", nullable: false),
                    FindingCount = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistrictFile", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DistrictFinding",
                columns: table => new
                {
                    File = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Column = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rule = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sheet = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistrictFinding", x => new { x.File, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "DistrictPart",
                columns: table => new
                {
                    File = table.Column<long>(type: "bigint", nullable: false),
                    Tenant = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StoredName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Delivery = table.Column<long>(type: "bigint", nullable: true),
                    IsRepeat = table.Column<bool>(type: "bit", nullable: false),
                    IsGone = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistrictPart", x => new { x.File, x.Tenant });
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureFact",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    Municipality = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Figure = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Period = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BoundaryYear = table.Column<int>(type: "int", nullable: false),
                    Area = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<int>(type: "int", nullable: false),
                    Hundredths = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureFact", x => new { x.Delivery, x.Municipality, x.Row });
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureImport",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureImport", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureVersion",
                columns: table => new
                {
                    Contract = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Supplier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Municipality = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Figure = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Period = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Level = table.Column<int>(type: "int", nullable: false),
                    FromVersion = table.Column<long>(type: "bigint", nullable: false),
                    ToVersion = table.Column<long>(type: "bigint", nullable: false),
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    BoundaryYear = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2")
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
