using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.PostgreSql.Migrations.Tenant
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
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "Grant",
                table: "Arrival",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UnscannedSince",
                table: "Arrival",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "UploadGrant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Supplier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: true),
                    IssuedTo = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
