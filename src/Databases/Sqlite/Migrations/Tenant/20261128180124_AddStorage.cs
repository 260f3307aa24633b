using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class AddStorage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DropTag",
                table: "Arrival",
                type: "TEXT",
                maxLength: 64,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<Guid>(
                name: "Grant",
                table: "Arrival",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UnscannedSince",
                table: "Arrival",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "UploadGrant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Contract = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false, collation: "BINARY"),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    IssuedTo = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UploadGrant", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Arrival_DropTag",
                table: "Arrival",
                column: "DropTag");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UploadGrant");

            migrationBuilder.DropIndex(
                name: "IX_Arrival_DropTag",
                table: "Arrival");

            migrationBuilder.DropColumn(
                name: "DropTag",
                table: "Arrival");

            migrationBuilder.DropColumn(
                name: "Grant",
                table: "Arrival");

            migrationBuilder.DropColumn(
                name: "UnscannedSince",
                table: "Arrival");
        }
    }
}
