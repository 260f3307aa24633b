using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.PostgreSql.Migrations.Tenant
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
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                collation: "C");

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

            migrationBuilder.CreateTable(
                name: "OwnKeyFigure",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Line = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnKeyFigure", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "PeriodVersion",
                columns: table => new
                {
                    Contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Supplier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    FromVersion = table.Column<long>(type: "bigint", nullable: false),
                    ToVersion = table.Column<long>(type: "bigint", nullable: false),
                    Delivery = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeriodVersion", x => new { x.Contract, x.Supplier, x.Period, x.FromVersion });
                });

            migrationBuilder.CreateTable(
                name: "PublishedCount",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    Area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: false)
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
