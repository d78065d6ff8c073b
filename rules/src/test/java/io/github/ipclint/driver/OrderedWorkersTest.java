package io.github.ipclint.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedWorkersTest {
    @Test
    void resultsKeepTheOrderOfTheInputs() {
        try (OrderedWorkers workers = new OrderedWorkers(2)) {
            assertThat(workers.map(List.of(3, 1, 2), number -> number * 10)).containsExactly(30, 10, 20);
        }
    }

    @Test
    void whatWorkThrowsComesAsItIs() {
        try (OrderedWorkers workers = new OrderedWorkers(2)) {
            Error error = new OutOfMemoryError("heap");
            assertThatThrownBy(workers.start(() -> {
                throw error;
            })::get).isSameAs(error);
            RuntimeException exception = new IllegalStateException("work");
            assertThatThrownBy(() -> workers.map(List.of(1), number -> {
                throw exception;
            })).isSameAs(exception);
        }
    }
}
