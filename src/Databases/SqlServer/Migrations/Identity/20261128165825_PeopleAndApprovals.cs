using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.SqlServer.Migrations.Identity
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "At",
                table: "Invitation",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Suspension",
                columns: table => new
                {
                    User = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false)
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
