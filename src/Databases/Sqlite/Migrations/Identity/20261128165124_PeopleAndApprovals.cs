using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Identity
{
    /// <inheritdoc />
    public partial class PeopleAndApprovals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "SignedInAt",
                table: "Membership",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "At",
                table: "Invitation",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "BINARY");

            migrationBuilder.CreateTable(
                name: "Suspension",
                columns: table => new
                {
                    User = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suspension", x => new { x.User, x.At });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Invitation_At",
                table: "Invitation",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Suspension_At",
                table: "Suspension",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Suspension");

            migrationBuilder.DropIndex(
                name: "IX_Invitation_At",
                table: "Invitation");

            migrationBuilder.DropColumn(
                name: "SignedInAt",
                table: "Membership");

            migrationBuilder.DropColumn(
                name: "At",
                table: "Invitation");
        }
    }
}
