using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Identity
{
    /// <inheritdoc />
    public partial class AccessApprovalsAndSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsSensitive",
                table: "Membership",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                name: "PersonalToken",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    User = table.Column<Guid>(type: "TEXT", nullable: false),
                    Membership = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalToken", x => x.Id);
                });

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
                name: "IX_PersonalToken_SecretHash",
                table: "PersonalToken",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonalToken_User_At",
                table: "PersonalToken",
                columns: new[] { "User", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Suspension_At",
                table: "Suspension",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PersonalToken");

            migrationBuilder.DropTable(
                name: "Suspension");

            migrationBuilder.DropIndex(
                name: "IX_Invitation_At",
                table: "Invitation");

            migrationBuilder.DropColumn(
                name: "IsSensitive",
                table: "Membership");

            migrationBuilder.DropColumn(
                name: "SignedInAt",
                table: "Membership");

            migrationBuilder.DropColumn(
                name: "At",
                table: "Invitation");
        }
    }
}
