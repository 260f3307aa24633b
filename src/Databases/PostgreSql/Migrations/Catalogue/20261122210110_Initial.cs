using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.PostgreSql.Migrations.Catalogue
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Agreement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Tenant = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Supplier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    LegalBasis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Purpose = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Recipients = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    MayBePassedOn = table.Column<bool>(type: "boolean", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    IsConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    CountedDate = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    ExpectedWeekday = table.Column<int>(type: "integer", nullable: false),
                    OrderKey = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    ManifestRequired = table.Column<bool>(type: "boolean", nullable: false),
                    SizeLimit = table.Column<long>(type: "bigint", nullable: false),
                    DefinitiveAfterWeeks = table.Column<int>(type: "integer", nullable: false),
                    OriginalsKeptMonths = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Area",
                columns: table => new
                {
                    BoundaryYear = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    Parent = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    Municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Inhabitants = table.Column<int>(type: "integer", nullable: true),
                    Households = table.Column<int>(type: "integer", nullable: true),
                    ChangeCode = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Area", x => new { x.BoundaryYear, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Chain = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    AnnouncedNumber = table.Column<long>(type: "bigint", nullable: true),
                    AnnouncedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Chain);
                });

            migrationBuilder.CreateTable(
                name: "AuditLine",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Event = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Result = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Origin = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Purpose = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    PreviousHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLine", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "BoundaryImport",
                columns: table => new
                {
                    BoundaryYear = table.Column<int>(type: "integer", nullable: false),
                    Municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    SourceSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Content = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoundaryImport", x => new { x.BoundaryYear, x.Municipality });
                });

            migrationBuilder.CreateTable(
                name: "DataVersion",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataVersion", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Tenant = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Supplier",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Supplier", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Tenant",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SecretGeneration = table.Column<int>(type: "integer", nullable: false),
                    Schema = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tenant", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Agreement_Tenant_Supplier_Contract",
                table: "Agreement",
                columns: new[] { "Tenant", "Supplier", "Contract" });

            migrationBuilder.CreateIndex(
                name: "IX_Area_BoundaryYear_Municipality",
                table: "Area",
                columns: new[] { "BoundaryYear", "Municipality" });

            migrationBuilder.CreateIndex(
                name: "IX_Notice_Tenant",
                table: "Notice",
                column: "Tenant");

            migrationBuilder.CreateIndex(
                name: "IX_Tenant_Slug",
                table: "Tenant",
                column: "Slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Agreement");

            migrationBuilder.DropTable(
                name: "Area");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "AuditLine");

            migrationBuilder.DropTable(
                name: "BoundaryImport");

            migrationBuilder.DropTable(
                name: "DataVersion");

            migrationBuilder.DropTable(
                name: "Notice");

            migrationBuilder.DropTable(
                name: "Supplier");

            migrationBuilder.DropTable(
                name: "Tenant");
        }
    }
}
