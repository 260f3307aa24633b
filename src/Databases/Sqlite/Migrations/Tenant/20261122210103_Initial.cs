using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Arrival",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false, collation: "BINARY"),
                    DropName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true, collation: "BINARY"),
                    HasManifest = table.Column<bool>(type: "INTEGER", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    Delivery = table.Column<long>(type: "INTEGER", nullable: true),
                    IsRepeat = table.Column<bool>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arrival", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AuditLine",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Result = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLine", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DataVersion",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataVersion", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Delivery",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Contract = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false, collation: "BINARY"),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    FirstWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    LastWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Sum = table.Column<long>(type: "INTEGER", nullable: false),
                    FindingCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false, collation: "BINARY"),
                    StoredName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    StoredIn = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    Manifest = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    CountsFromVersion = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delivery", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryGroupTotal",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false),
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Total = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryGroupTotal", x => new { x.Delivery, x.Week, x.Group });
                });

            migrationBuilder.CreateTable(
                name: "DeliveryWeek",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false),
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    BoundaryYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Replaced = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplacedTotal = table.Column<long>(type: "INTEGER", nullable: true),
                    TookEffect = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryWeek", x => new { x.Delivery, x.Week });
                });

            migrationBuilder.CreateTable(
                name: "Fact",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false),
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    BoundaryYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "BINARY"),
                    Category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Weekday = table.Column<int>(type: "INTEGER", nullable: false),
                    Daypart = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fact", x => new { x.Delivery, x.Week, x.Row });
                });

            migrationBuilder.CreateTable(
                name: "Finding",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Column = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Value = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Finding", x => new { x.Delivery, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "PlausibilityLimits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    WeeksNeeded = table.Column<int>(type: "INTEGER", nullable: false),
                    WeeksThatMayHalve = table.Column<int>(type: "INTEGER", nullable: false),
                    SumFactor = table.Column<int>(type: "INTEGER", nullable: false),
                    CountThatSaysSomething = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlausibilityLimits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VersionMoment",
                columns: table => new
                {
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionMoment", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "WeekVersion",
                columns: table => new
                {
                    Contract = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    FromVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    ToVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Delivery = table.Column<long>(type: "INTEGER", nullable: false),
                    BoundaryYear = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeekVersion", x => new { x.Contract, x.Supplier, x.Week, x.FromVersion });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Arrival_State",
                table: "Arrival",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Delivery_Supplier_Contract_Sha256",
                table: "Delivery",
                columns: new[] { "Supplier", "Contract", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryWeek_Week",
                table: "DeliveryWeek",
                column: "Week");

            migrationBuilder.CreateIndex(
                name: "IX_WeekVersion_ToVersion",
                table: "WeekVersion",
                column: "ToVersion");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Arrival");

            migrationBuilder.DropTable(
                name: "AuditLine");

            migrationBuilder.DropTable(
                name: "DataVersion");

            migrationBuilder.DropTable(
                name: "Delivery");

            migrationBuilder.DropTable(
                name: "DeliveryGroupTotal");

            migrationBuilder.DropTable(
                name: "DeliveryWeek");

            migrationBuilder.DropTable(
                name: "Fact");

            migrationBuilder.DropTable(
                name: "Finding");

            migrationBuilder.DropTable(
                name: "PlausibilityLimits");

            migrationBuilder.DropTable(
                name: "VersionMoment");

            migrationBuilder.DropTable(
                name: "WeekVersion");
        }
    }
}
