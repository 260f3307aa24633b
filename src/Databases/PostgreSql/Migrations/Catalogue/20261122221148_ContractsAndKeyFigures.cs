using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.PostgreSql.Migrations.Catalogue
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
                    Supplier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    DropName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    HasManifest = table.Column<bool>(type: "boolean", nullable: false),
                    StoredName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Origin = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    IsFiled = table.Column<bool>(type: "boolean", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Rows = table.Column<long>(type: "bigint", nullable: false),
                    FindingCount = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false)
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
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Column = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Rule = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Sheet = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
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
                    Tenant = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    StoredName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Delivery = table.Column<long>(type: "bigint", nullable: true),
                    IsRepeat = table.Column<bool>(type: "boolean", nullable: false),
                    IsGone = table.Column<bool>(type: "boolean", nullable: false)
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
                    Municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    Figure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Period = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    BoundaryYear = table.Column<int>(type: "integer", nullable: false),
                    Area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
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
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureImport", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureVersion",
                columns: table => new
                {
                    Contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Supplier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Figure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Period = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    FromVersion = table.Column<long>(type: "bigint", nullable: false),
                    ToVersion = table.Column<long>(type: "bigint", nullable: false),
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    BoundaryYear = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C")
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
