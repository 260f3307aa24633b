using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Identity
{
    /// <inheritdoc />
    public partial class Federation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FederatedGroup",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false, collation: "BINARY"),
                    Group = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FederatedGroup", x => new { x.Tenant, x.Group, x.Role });
                });

            migrationBuilder.CreateTable(
                name: "FederatedProvider",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false, collation: "BINARY"),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    ProtectedSecret = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FederatedProvider", x => x.Tenant);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FederatedGroup");

            migrationBuilder.DropTable(
                name: "FederatedProvider");
        }
    }
}
