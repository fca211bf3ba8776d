using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FuneralHome : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<TimeOnly>(
                name: "closes",
                table: "funeral_resource",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "opens",
                table: "funeral_resource",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "suits",
                table: "funeral_resource",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "turnaround",
                table: "funeral_resource",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "booking_reservation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    resource = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    clear_at = table.Column<long>(type: "INTEGER", nullable: false),
                    turnaround_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true),
                    @fixed = table.Column<bool>(name: "fixed", type: "INTEGER", nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    booked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    booked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_reservation", x => x.id);
                    table.CheckConstraint("booking_reservation_hold", "state <> 'Held' or held_until is not null");
                    table.CheckConstraint("booking_reservation_order", "starts_at <= ends_at and ends_at <= clear_at");
                });

            migrationBuilder.CreateIndex(
                name: "booking_reservation_held",
                table: "booking_reservation",
                column: "held_until",
                filter: "state = 'Held'");

            migrationBuilder.CreateIndex(
                name: "IX_booking_reservation_institution_starts_at",
                table: "booking_reservation",
                columns: new[] { "institution", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_reservation_resource_starts_at",
                table: "booking_reservation",
                columns: new[] { "resource", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_reservation_subject",
                table: "booking_reservation",
                column: "subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_reservation");

            migrationBuilder.DropColumn(
                name: "closes",
                table: "funeral_resource");

            migrationBuilder.DropColumn(
                name: "opens",
                table: "funeral_resource");

            migrationBuilder.DropColumn(
                name: "suits",
                table: "funeral_resource");

            migrationBuilder.DropColumn(
                name: "turnaround",
                table: "funeral_resource");
        }
    }
}
