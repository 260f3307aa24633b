using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twente.Igw.Databases.Sqlite.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class AskWithdrawal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawalAskedAt",
                table: "Delivery",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "Delivery",
                type: "TEXT",
                maxLength: 500,
                nullable: true,
                collation: "BINARY");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WithdrawalAskedAt",
                table: "Delivery");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "Delivery");
        }
    }
}
