using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Lanes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "booking_place",
                columns: table => new
                {
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<Guid>(type: "TEXT", nullable: false),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    booked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    booked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    batch = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ended_device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ended_batch = table.Column<int>(type: "INTEGER", nullable: true),
                    ended_line = table.Column<int>(type: "INTEGER", nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_place", x => new { x.slot_id, x.ordinal });
                    table.CheckConstraint("booking_place_end", "(state = 'Booked') = (ended_at is null)");
                    table.CheckConstraint("booking_place_people", "people > 0");
                });

            migrationBuilder.CreateTable(
                name: "booking_slot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    serial = table.Column<long>(type: "INTEGER", nullable: false),
                    plan = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    remaining = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_people = table.Column<bool>(type: "INTEGER", nullable: false),
                    most_people = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    closed_device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    close_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    closed_batch = table.Column<int>(type: "INTEGER", nullable: true),
                    closed_line = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_slot", x => x.id);
                    table.CheckConstraint("booking_slot_order", "until > \"from\"");
                    table.CheckConstraint("booking_slot_remaining", "remaining >= 0 and remaining <= capacity");
                });

            migrationBuilder.CreateTable(
                name: "booking_slot_plan",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    days = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    until = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    counts = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    days_ahead = table.Column<int>(type: "INTEGER", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    most_people = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_slot_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_lane",
                columns: table => new
                {
                    partition = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    backend = table.Column<int>(type: "INTEGER", nullable: true),
                    renewed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_lane", x => x.partition);
                    table.CheckConstraint("kernel_lane_epoch", "epoch >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "booking_place_key",
                table: "booking_place",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "booking_place_phone",
                table: "booking_place",
                columns: new[] { "slot_id", "phone_index" },
                unique: true,
                filter: "state = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "booking_slot_once",
                table: "booking_slot",
                columns: new[] { "plan", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "booking_slot_serial",
                table: "booking_slot",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_slot_institution_date",
                table: "booking_slot",
                columns: new[] { "institution", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_lane_subject",
                table: "kernel_lane",
                column: "subject",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_place");

            migrationBuilder.DropTable(
                name: "booking_slot");

            migrationBuilder.DropTable(
                name: "booking_slot_plan");

            migrationBuilder.DropTable(
                name: "kernel_lane");
        }
    }
}
