using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.PostgreSql.Migrations.Identity
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "SignedInAt",
                table: "Membership",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "At",
                table: "Invitation",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "PersonalToken",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    User = table.Column<Guid>(type: "uuid", nullable: false),
                    Membership = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalToken", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Suspension",
                columns: table => new
                {
                    User = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
