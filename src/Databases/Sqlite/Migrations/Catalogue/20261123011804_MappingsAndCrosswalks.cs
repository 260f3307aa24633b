using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Catalogue
{
    /// <inheritdoc />
    public partial class MappingsAndCrosswalks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Crosswalk",
                columns: table => new
                {
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false, collation: "BINARY"),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    ToYear = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY"),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Crosswalk", x => new { x.Municipality, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CrosswalkLine",
                columns: table => new
                {
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false, collation: "BINARY"),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    FromArea = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "BINARY"),
                    ToArea = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "BINARY"),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Basis = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrosswalkLine", x => new { x.Municipality, x.Number, x.FromArea, x.ToArea });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Crosswalk");

            migrationBuilder.DropTable(
                name: "CrosswalkLine");
        }
    }
}
