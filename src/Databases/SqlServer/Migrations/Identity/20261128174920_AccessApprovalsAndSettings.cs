using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.SqlServer.Migrations.Identity
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
                type: "bit",
                nullable: false,
                defaultValue: false);

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
                name: "PersonalToken",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SecretHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    User = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Membership = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Use = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalToken", x => x.Id);
                });

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
