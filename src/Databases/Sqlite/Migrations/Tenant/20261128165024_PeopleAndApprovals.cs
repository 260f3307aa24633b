using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class PeopleAndApprovals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChangeRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Given = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, collation: "BINARY"),
                    About = table.Column<Guid>(type: "TEXT", nullable: true),
                    Values = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    AskedAs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeRequest", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequest_State",
                table: "ChangeRequest",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangeRequest");
        }
    }
}
