using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.PostgreSql.Migrations.Tenant
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
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Supplier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    DropName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    HasManifest = table.Column<bool>(type: "boolean", nullable: false),
                    StoredName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Origin = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Delivery = table.Column<long>(type: "bigint", nullable: true),
                    IsRepeat = table.Column<bool>(type: "boolean", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arrival", x => x.Number);
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
                name: "Delivery",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Supplier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    FirstWeek = table.Column<int>(type: "integer", nullable: true),
                    LastWeek = table.Column<int>(type: "integer", nullable: true),
                    OrderKey = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false),
                    FindingCount = table.Column<int>(type: "integer", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    StoredName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    StoredIn = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Manifest = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    CountsFromVersion = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delivery", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryGroupTotal",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    Week = table.Column<int>(type: "integer", nullable: false),
                    Group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Total = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryGroupTotal", x => new { x.Delivery, x.Week, x.Group });
                });

            migrationBuilder.CreateTable(
                name: "DeliveryWeek",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    Week = table.Column<int>(type: "integer", nullable: false),
                    BoundaryYear = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Replaced = table.Column<long>(type: "bigint", nullable: true),
                    ReplacedTotal = table.Column<long>(type: "bigint", nullable: true),
                    TookEffect = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryWeek", x => new { x.Delivery, x.Week });
                });

            migrationBuilder.CreateTable(
                name: "Fact",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    Week = table.Column<int>(type: "integer", nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    BoundaryYear = table.Column<int>(type: "integer", nullable: false),
                    Area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Weekday = table.Column<int>(type: "integer", nullable: false),
                    Daypart = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fact", x => new { x.Delivery, x.Week, x.Row });
                });

            migrationBuilder.CreateTable(
                name: "Finding",
                columns: table => new
                {
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Column = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Rule = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Finding", x => new { x.Delivery, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "PlausibilityLimits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    WeeksNeeded = table.Column<int>(type: "integer", nullable: false),
                    WeeksThatMayHalve = table.Column<int>(type: "integer", nullable: false),
                    SumFactor = table.Column<int>(type: "integer", nullable: false),
                    CountThatSaysSomething = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlausibilityLimits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VersionMoment",
                columns: table => new
                {
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionMoment", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "WeekVersion",
                columns: table => new
                {
                    Contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Supplier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Week = table.Column<int>(type: "integer", nullable: false),
                    FromVersion = table.Column<long>(type: "bigint", nullable: false),
                    ToVersion = table.Column<long>(type: "bigint", nullable: false),
                    Delivery = table.Column<long>(type: "bigint", nullable: false),
                    BoundaryYear = table.Column<int>(type: "integer", nullable: false)
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
