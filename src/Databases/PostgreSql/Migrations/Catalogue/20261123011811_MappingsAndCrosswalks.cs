using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.PostgreSql.Migrations.Catalogue
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
                    Municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    FromYear = table.Column<int>(type: "integer", nullable: false),
                    ToYear = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Crosswalk", x => new { x.Municipality, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CrosswalkLine",
                columns: table => new
                {
                    Municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    FromArea = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    ToArea = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    Basis = table.Column<int>(type: "integer", nullable: false)
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
