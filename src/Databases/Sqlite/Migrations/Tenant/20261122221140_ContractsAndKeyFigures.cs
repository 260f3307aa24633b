using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class ContractsAndKeyFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Sheet",
                table: "Finding",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                collation: "BINARY");

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

            migrationBuilder.CreateTable(
                name: "OwnKeyFigure",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Line = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnKeyFigure", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "PeriodVersion",
                columns: table => new
                {
                    Contract = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    FromVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    ToVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeriodVersion", x => new { x.Contract, x.Supplier, x.Period, x.FromVersion });
                });

            migrationBuilder.CreateTable(
                name: "PublishedCount",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "BINARY"),
                    Category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedCount", x => new { x.Delivery, x.Period, x.Row });
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureVersion_Municipality_ToVersion",
                table: "KeyFigureVersion",
                columns: new[] { "Municipality", "ToVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_PeriodVersion_ToVersion",
                table: "PeriodVersion",
                column: "ToVersion");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyFigureFact");

            migrationBuilder.DropTable(
                name: "KeyFigureVersion");

            migrationBuilder.DropTable(
                name: "OwnKeyFigure");

            migrationBuilder.DropTable(
                name: "PeriodVersion");

            migrationBuilder.DropTable(
                name: "PublishedCount");

            migrationBuilder.DropColumn(
                name: "Sheet",
                table: "Finding");
        }
    }
}
