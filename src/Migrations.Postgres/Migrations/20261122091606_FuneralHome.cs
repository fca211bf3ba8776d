using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
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
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "opens",
                table: "funeral_resource",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "suits",
                table: "funeral_resource",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "turnaround",
                table: "funeral_resource",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "booking_reservation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    resource = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    clear_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    turnaround_minutes = table.Column<int>(type: "integer", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    @fixed = table.Column<bool>(name: "fixed", type: "boolean", nullable: false),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    booked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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
